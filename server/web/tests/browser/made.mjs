// A made store, as large as wanted: plans of agencies and goals, in the N-Quads that `mandate import` takes.
import { createHash } from "node:crypto";

const FORCES = /** @type {const} */ ([
  ["Obligation", "obligedTo", "shall"],
  ["Recommendation", "recommendedTo", "should"],
  ["Commitment", "commitsTo", "will"],
  ["Permission", "permittedTo", "may"],
]);
const KINDS = ["State", "GovernmentBody", "Company", "InternationalOrganization", "CivilSociety", "Organization"];
const AIMS = ["protect", "measure", "support", "publish", "repair"];

const iri = (/** @type {string} */ name) => `<urn:mandate:${name}>`;
const literal = (/** @type {string} */ text) => JSON.stringify(text);
const number = (/** @type {number} */ n) => `"${n}"^^<http://www.w3.org/2001/XMLSchema#integer>`;
const TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
const LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>";
const QUOTED = "<http://www.w3.org/ns/prov#wasQuotedFrom>";
const PART = "<http://purl.org/dc/terms/isPartOf>";
const TITLE = "<http://purl.org/dc/terms/title>";
const oa = (/** @type {string} */ name) => `<http://www.w3.org/ns/oa#${name}>`;

/**
 * Quads of a store with so many actors, goals and links; each link stands on one statement or a few.
 * @param {{ actors: number, goals: number, links: number }} size
 * @param {number} [documents]
 */
export function* madeQuads({ actors, goals, links }, documents = 40) {
  for (let d = 0; d < documents; d++) {
    const plan = new Plan(d);
    for (let g = d; g < goals; g += documents) {
      plan.goal(g);
      // Few goals and actors are in the middle of much, most in little, as in real texts.
      const share = Math.max(1, Math.round(links / goals));
      for (let i = 0; i < share; i++) plan.say((g * 7 + i * 13 + (i % 3 === 0 ? 0 : g * i)) % actors, g, i);
    }
    yield* plan.quads();
  }
}

class Plan {
  /** @param {number} nth */
  constructor(nth) {
    this.id = `plan-${nth}`;
    this.text = `Plan number ${nth}`;
    this.label = iri(`doc:${this.id}`);
    this.kinds = ["head"];
    this.blocks = [0, this.text.length, -1, -1, 0];
    this.sentences = [0, this.text.length, 0, -1];
    /** @type {string[]} */ this.statements = [];
    /** @type {string[]} */ this.lines = [];
    this.section = -1;
    /** @type {Set<string>} */ this.named = new Set();
  }

  /** @param {string} subject @param {string} predicate @param {string} object */
  quad(subject, predicate, object) {
    this.lines.push(`${subject} ${predicate} ${object} ${this.label} .`);
  }

  /** Writes a block of one sentence; returns its IRI. @param {string} kind @param {string} words */
  block(kind, words) {
    const start = this.text.length + 2;
    this.text += `\n\n${words}`;
    const end = this.text.length;
    this.kinds.push(kind);
    this.blocks.push(start, end, this.section, -1, 0);
    this.sentences.push(start, end, this.kinds.length - 1, this.section);
    const place = iri(`doc:${this.id}#char=${start},${end}`);
    this.quad(place, TYPE, iri("Evidence"));
    this.quad(place, oa("start"), number(start));
    this.quad(place, oa("end"), number(end));
    this.quad(place, oa("exact"), literal(words));
    return place;
  }

  /** @param {number} g */
  goal(g) {
    this.section++;
    const [heading, goal] = [iri(`doc:${this.id}#sec-${this.section + 1}`), iri(`goal:outcome-${g}-of-the-plan`)];
    const place = this.block("heading", `Goal ${g}: Outcome ${g} of the plan`);
    for (const [p, o] of [[PART, this.label], [TITLE, literal(`Outcome ${g} of the plan`)], [TYPE, iri("Heading")], [QUOTED, place], [iri("level"), number(1)], [iri("number"), literal(`Goal ${g}`)]]) {
      this.quad(heading, p ?? "", o ?? "");
    }
    this.quad(goal, PART, heading);
    this.quad(goal, TYPE, iri("Goal"));
    this.quad(goal, LABEL, literal(`Outcome ${g} of the plan`));
  }

  /** @param {number} a @param {number} g @param {number} i */
  say(a, g, i) {
    const actor = iri(`actor:agency-number-${a}`);
    const [force, predicate, deontic] = FORCES[(a + i) % FORCES.length] ?? FORCES[0];
    const aim = AIMS[(a + g) % AIMS.length] ?? "protect";
    if (!this.named.has(actor)) {
      this.named.add(actor);
      this.quad(actor, TYPE, iri("Actor"));
      this.quad(actor, LABEL, literal(`Agency number ${a}`));
      this.quad(actor, iri("actorKind"), iri(KINDS[a % KINDS.length] ?? "State"));
    }
    const place = this.block("paragraph", `Agency number ${a} ${deontic} ${aim} resource ${i} of outcome ${g}.`);
    const id = createHash("sha256").update(`${this.id} ${a} ${g} ${i}`).digest("hex").slice(0, 16);
    this.statements.push(id);
    const statement = iri(`stmt:${id}`);
    const topic = iri(`topic:resource-${i}`);
    this.quad(actor, iri(predicate), iri(`goal:outcome-${g}-of-the-plan`));
    this.quad(topic, TYPE, iri("Topic"));
    this.quad(topic, LABEL, literal(`resource ${i}`));
    for (const [p, o] of [
      [PART, iri(`doc:${this.id}#sec-${this.section + 1}`)],
      [TYPE, iri(force)],
      [TYPE, iri("Statement")],
      [QUOTED, place],
      [iri("aim"), literal(aim)],
      [iri("attribute"), actor],
      [iri("concerns"), topic],
      [iri("deontic"), literal(deontic)],
      [iri("cue"), literal(deontic)],
      [iri("rule"), literal("made")],
      [iri("directObject"), literal(`resource ${i} of outcome ${g}`)],
      [iri("polarity"), literal("+")],
      [iri("sentence"), number(this.kinds.length - 1)],
      [iri("serves"), iri(`goal:outcome-${g}-of-the-plan`)],
    ]) {
      this.quad(statement, p ?? "", o ?? "");
    }
  }

  /** The document with all that was written into it. */
  *quads() {
    const sha = createHash("sha256").update(this.text).digest("hex");
    const { kinds, blocks, sentences, statements } = this;
    for (const [p, o] of [
      [TYPE, iri("Document")],
      [TITLE, literal(`Plan number ${this.id.slice(5)}`)],
      ["<http://purl.org/dc/terms/format>", literal("text/plain")],
      ["<http://purl.org/dc/terms/language>", literal("en")],
      ["<http://purl.org/dc/terms/source>", literal(`${this.id}.txt`)],
      [iri("extractor"), literal("made")],
      [iri("model"), literal("made")],
      [iri("sha256"), literal(sha)],
      [iri("fileSha256"), literal(sha)],
      [iri("structure"), literal(JSON.stringify({ kinds, blocks, sentences, statements }))],
      [iri("text"), literal(this.text)],
    ]) {
      this.quad(this.label, p ?? "", o ?? "");
    }
    for (const line of this.lines) yield `${line}\n`;
  }
}
