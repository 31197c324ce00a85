-- What ratings and kinds of problem are called in other languages. A translation belongs to the words it translates:
-- versions of a scale that say the same share it, and frozen copies find it by what they say.

CREATE TABLE "term_translations" (
  "language" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "definition" TEXT NOT NULL,
  "translated_label" TEXT NOT NULL,
  "translated_definition" TEXT NOT NULL,
  "translator_id" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "term_translations_pkey" PRIMARY KEY ("language", "label", "definition")
);

ALTER TABLE "term_translations" ADD CONSTRAINT "term_translations_translator_id_fkey"
  FOREIGN KEY ("translator_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Badges stand on pages of every kind.
CREATE FUNCTION announce_term_translations() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_documents(ARRAY[]::text[]);
  RETURN NULL;
END;
$$;

CREATE TRIGGER term_translations_announce
AFTER INSERT OR UPDATE OR DELETE ON "term_translations"
FOR EACH STATEMENT EXECUTE FUNCTION announce_term_translations();

-- The scale that comes with the product, where its words are still the shipped ones: firstTranslations("en") of
-- lib/verdicts/first-scale.ts as it was when this was written.
INSERT INTO "term_translations"
  ("language", "label", "definition", "translated_label", "translated_definition", "updated_at")
SELECT shipped.*, now() FROM (VALUES
  ('fr', 'True', 'The claim is accurate, and nothing that matters is left out.', 'Vrai', 'L’affirmation est exacte, et rien d’important n’y manque.'),
  ('fr', 'Mostly true', 'The claim is accurate in substance; a detail is wrong or missing.', 'Plutôt vrai', 'L’affirmation est exacte pour l’essentiel ; un détail est faux ou manque.'),
  ('fr', 'Mixed', 'Parts of the claim are accurate and parts are not, and neither outweighs the other.', 'Mitigé', 'Une partie de l’affirmation est exacte, une autre ne l’est pas, et aucune ne l’emporte.'),
  ('fr', 'Misleading', 'The claim uses facts, but what it leaves out or suggests gives a wrong impression.', 'Trompeur', 'L’affirmation s’appuie sur des faits, mais ce qu’elle omet ou suggère donne une fausse impression.'),
  ('fr', 'False', 'The evidence contradicts the claim.', 'Faux', 'Les preuves contredisent l’affirmation.'),
  ('fr', 'Unproven', 'The evidence we could find neither confirms the claim nor refutes it.', 'Non prouvé', 'Les preuves que nous avons trouvées ne confirment ni ne réfutent l’affirmation.'),
  ('es', 'True', 'The claim is accurate, and nothing that matters is left out.', 'Verdadero', 'La afirmación es exacta y no omite nada importante.'),
  ('es', 'Mostly true', 'The claim is accurate in substance; a detail is wrong or missing.', 'Mayormente verdadero', 'La afirmación es exacta en lo esencial; algún detalle es erróneo o falta.'),
  ('es', 'Mixed', 'Parts of the claim are accurate and parts are not, and neither outweighs the other.', 'Mixto', 'Una parte de la afirmación es exacta y otra no lo es, y ninguna pesa más que la otra.'),
  ('es', 'Misleading', 'The claim uses facts, but what it leaves out or suggests gives a wrong impression.', 'Engañoso', 'La afirmación parte de hechos, pero lo que omite o sugiere da una impresión equivocada.'),
  ('es', 'False', 'The evidence contradicts the claim.', 'Falso', 'Las pruebas contradicen la afirmación.'),
  ('es', 'Unproven', 'The evidence we could find neither confirms the claim nor refutes it.', 'Sin pruebas', 'Las pruebas que pudimos encontrar no confirman ni refutan la afirmación.'),
  ('de', 'True', 'The claim is accurate, and nothing that matters is left out.', 'Richtig', 'Die Behauptung trifft zu, und nichts Wesentliches ist weggelassen.'),
  ('de', 'Mostly true', 'The claim is accurate in substance; a detail is wrong or missing.', 'Größtenteils richtig', 'Die Behauptung trifft im Kern zu; eine Einzelheit ist falsch oder fehlt.'),
  ('de', 'Mixed', 'Parts of the claim are accurate and parts are not, and neither outweighs the other.', 'Teilweise richtig', 'Ein Teil der Behauptung trifft zu, ein anderer nicht, und keiner überwiegt.'),
  ('de', 'Misleading', 'The claim uses facts, but what it leaves out or suggests gives a wrong impression.', 'Irreführend', 'Die Behauptung stützt sich auf Tatsachen, aber was sie weglässt oder nahelegt, vermittelt einen falschen Eindruck.'),
  ('de', 'False', 'The evidence contradicts the claim.', 'Falsch', 'Die Belege widersprechen der Behauptung.'),
  ('de', 'Unproven', 'The evidence we could find neither confirms the claim nor refutes it.', 'Unbelegt', 'Die Belege, die wir finden konnten, bestätigen die Behauptung nicht und widerlegen sie nicht.'),
  ('ar', 'True', 'The claim is accurate, and nothing that matters is left out.', 'صحيح', 'الادّعاء دقيق، ولم يُغفَل منه شيء مهمّ.'),
  ('ar', 'Mostly true', 'The claim is accurate in substance; a detail is wrong or missing.', 'صحيح في معظمه', 'الادّعاء دقيق في جوهره، وفيه تفصيل خاطئ أو ناقص.'),
  ('ar', 'Mixed', 'Parts of the claim are accurate and parts are not, and neither outweighs the other.', 'صحيح جزئيًّا', 'بعض الادّعاء دقيق وبعضه غير دقيق، ولا يرجح أحدهما على الآخر.'),
  ('ar', 'Misleading', 'The claim uses facts, but what it leaves out or suggests gives a wrong impression.', 'مضلّل', 'يستند الادّعاء إلى وقائع، لكنّ ما يُغفله أو يوحي به يعطي انطباعًا خاطئًا.'),
  ('ar', 'False', 'The evidence contradicts the claim.', 'خطأ', 'الأدلّة تناقض الادّعاء.'),
  ('ar', 'Unproven', 'The evidence we could find neither confirms the claim nor refutes it.', 'غير مثبت', 'الأدلّة التي أمكننا العثور عليها لا تؤكّد الادّعاء ولا تنفيه.')
) AS shipped ("language", "label", "definition", "translated_label", "translated_definition")
WHERE EXISTS (
  SELECT FROM "ratings" r WHERE r."label" = shipped."label" AND r."definition" = shipped."definition"
);
