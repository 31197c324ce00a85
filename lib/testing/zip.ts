import { crc32, deflateRawSync } from "node:zlib";

/** A ZIP archive: what office documents are, and what bombs are made of. */
export function makeZip(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0); // the version that can read it
    facts.writeUInt16LE(8, 4); // deflated
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, Buffer.from(name), packed]);
    bodies.push(local);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), facts, place, Buffer.from(name)]));
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from("PK\x05\x06"), end]);
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A Word document, or what says it is one: `type` is what its list of parts says its main part is. */
export function makeDocx(type = WORD): Uint8Array {
  return makeZip({
    "[Content_Types].xml": `<Types><Override PartName="/word/document.xml" ContentType="${type}.main+xml"/></Types>`,
    "word/document.xml":
      "<w:document><w:body><w:p><w:r><w:t>Twelve states signed it.</w:t></w:r></w:p></w:body></w:document>",
  });
}
