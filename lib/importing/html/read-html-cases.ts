import type { ImportedPart } from "../read-document.ts";

/** A piece of markup and the blocks it should become: type (with its level), words. */
export type MarkupCase = {
  name: string;
  html: string;
  blocks: [type: ImportedPart["type"] | `${ImportedPart["type"]} ${number}`, text: string][];
};

export const MARKUP_CASES: MarkupCase[] = [
  {
    name: "white space collapses as in a browser, and no-break spaces stay",
    html: "<p>\n  The\t old \n bridge <b> is </b>\n closed. </p><p>3\u00A0000  crowns\u00A0</p>",
    blocks: [
      ["paragraph", "The old bridge is closed."],
      ["paragraph", "3\u00A0000 crowns\u00A0"],
    ],
  },
  {
    name: "text outside of paragraphs is paragraphs",
    html: "One.<div>Two.<div>Three.</div>Four.</div><section>Five.</section>Six <span>and</span> seven.",
    blocks: ["One.", "Two.", "Three.", "Four.", "Five.", "Six and seven."].map((text) => ["paragraph", text]),
  },
  {
    name: "two line breaks part paragraphs, one parts lines",
    html: "<div>One.<br>Two.<br><br>Three.<br> <br>Four.<br></div><p>Five.<br/></p>",
    blocks: [
      ["paragraph", "One.\nTwo."],
      ["paragraph", "Three."],
      ["paragraph", "Four."],
      ["paragraph", "Five."],
    ],
  },
  {
    name: "headings keep their level, those made of other elements too",
    html: "<h1>A</h1><h3>B <em>b</em></h3><div role=heading aria-level=4>C</div><h2><a href=/x>D</a></h2>",
    blocks: [
      ["heading 1", "A"],
      ["heading 3", "B b"],
      ["heading 4", "C"],
      ["heading 2", "D"],
    ],
  },
  {
    name: "lists keep their depth, items their paragraphs",
    html: "<ul><li>One<ol><li>Two<li><p>Three</p><p>Four</p></ol><li>Five</ul>",
    blocks: [
      ["list-item 1", "One"],
      ["list-item 2", "Two"],
      ["list-item 2", "Three"],
      ["list-item 2", "Four"],
      ["list-item 1", "Five"],
    ],
  },
  {
    name: "terms and what they mean are items of two depths",
    html: "<dl><dt>Ferry</dt><dd>A boat.</dd></dl>",
    blocks: [
      ["list-item 1", "Ferry"],
      ["list-item 2", "A boat."],
    ],
  },
  {
    name: "quotes and pull quotes are quotes",
    html: `<blockquote><p>One.</p>Two.</blockquote><div class="pull-quote">Three.</div><blockquote><ul><li>Four</ul></blockquote>`,
    blocks: [
      ["quote", "One."],
      ["quote", "Two."],
      ["quote", "Three."],
      ["list-item 1", "Four"],
    ],
  },
  {
    name: "an embedded post is one block with its lines",
    html: `<blockquote class="twitter-tweet" data-lang="en"><p>The bridge<br>is closed.</p>&mdash; Jo (@jo) <a href="https://twitter.com/jo/status/1">May 1, 2026</a></blockquote><blockquote class="instagram-media"><div>A</div><div>B</div></blockquote>`,
    blocks: [
      ["embed", "The bridge\nis closed.\n— Jo (@jo) May 1, 2026"],
      ["embed", "A\nB"],
    ],
  },
  {
    name: "captions with their credit, by element and by class name",
    html: `<figure><img alt="not text"><figcaption>The bridge. <span>Jo Brook/AP</span></figcaption></figure><div class="wp-caption"><p class="wp-caption-text">The ferry.</p></div><div class="imageEmbedCaption">The river.</div>`,
    blocks: [
      ["caption", "The bridge. Jo Brook/AP"],
      ["caption", "The ferry."],
      ["caption", "The river."],
    ],
  },
  {
    name: "a paragraph that ends with a photograph's credit is a caption",
    html: "<div>The bridge at night (Image: GETTY)</div>",
    blocks: [["caption", "The bridge at night (Image: GETTY)"]],
  },
  {
    name: "preformatted text keeps its white space",
    html: "<pre>\n  a\n    b &lt;c&gt;<br>d\n</pre><pre><code>x = 1;\r\ny</code></pre>",
    blocks: [
      ["preformatted", "  a\n    b <c>\nd"],
      ["preformatted", "x = 1;\ny"],
    ],
  },
  {
    name: "a table that lays out the page is paragraphs",
    html: "<table><tr><td><p>One.</p><p>Two.</p></td></tr></table><table role=presentation><tr><td>A<td>B<tr><td>C<td>D</table>",
    blocks: ["One.", "Two.", "A", "B", "C", "D"].map((text) => ["paragraph", text]),
  },
  {
    name: "the reading of a word stands behind it in brackets",
    html: "<p><ruby>港<rt>みなと</rt></ruby>と<ruby>橋<rp>（</rp><rt>はし</rt><rp>）</rp></ruby></p>",
    blocks: [["paragraph", "港(みなと)と橋（はし）"]],
  },
  {
    name: "raised numbers do not run into words and numbers",
    html: `<p>10<sup>5</sup> people<sup><a href="#fn1">1</a></sup> on 3 km<sup>2</sup>, the 1<sup>st</sup> of H<sub>2</sub>O.<sup>[2]</sup></p>`,
    blocks: [["paragraph", "10⁵ people¹ on 3 km², the 1st of H2O.[2]"]],
  },
  {
    name: "what readers do not see is no text",
    html: `<p>Seen<span hidden>a</span><span style="color:red; display : none">b</span><span aria-hidden="true">c</span><span class="visually-hidden">d</span>.</p><noscript>e</noscript><template><p>f</p></template><script>g</script><style>h</style><!-- i --><svg><text>j</text></svg><select><option>k</select><textarea>l</textarea><button>m</button><p hidden="until-found">Found.</p>`,
    blocks: [
      ["paragraph", "Seen."],
      ["paragraph", "Found."],
    ],
  },
  {
    name: "references become characters, once",
    html: "<p>Fish &amp; chips &lt;b&gt; &#8364;5 &eacute;&nbsp;&amp;lt; &unknown; &copy</p>",
    blocks: [["paragraph", "Fish & chips <b> €5 é\u00A0&lt; &unknown; ©"]],
  },
  {
    name: "characters that are none are replaced",
    html: "<p>a\0b&#xD800;c</p>",
    blocks: [["paragraph", "a\uFFFDb\uFFFDc"]],
  },
  {
    name: "unclosed and crossed tags lose nothing",
    html: "<div><p>One <b>two</p>three<li>four</div></p></span> five",
    blocks: [
      ["paragraph", "One two"],
      ["paragraph", "three"],
      ["list-item 1", "four"],
      ["paragraph", "five"],
    ],
  },
];
