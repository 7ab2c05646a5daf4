package ask

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wording is one of the many ways to ask a thing, and the one in which the tree
// is read best. The parser has seen few questions; what these say is plain from
// their words.
type wording struct {
	asked *regexp.Regexp
	plain string // with groups of asked
}

// wordings are tried in their order, each on what those before it made.
func (c *cues) wordings() []wording {
	some := func(words ...string) string { return `(?:` + strings.Join(words, `|`) + `)` }
	duties, actors, documents := some(plurals(c.nouns)...), some(plurals(c.actors)...), some(plurals(c.documents)...)
	listing := some(sortedKeys(c.lists)...)
	var out []wording
	for _, w := range [][2]string{
		{`, (?:if any(?:one|body)?|if there is any),?`, ``},
		{`^who (?:all|else) `, `who `},
		{`\b(must|should|would|could|does|do|is|are|was|were|has|have)n't\b`, `$1 not`},
		{`\bcan(?:'t|not)\b`, `can not`},
		{`\bwon't\b`, `will not`},
		{`^what (can|may|must|shall|should|will) not (.+) do\b`, `what $1 $2 not do`},
		{`^` + listing + ` (?:me |us )?(?:all |the |every |each |those )*(` + actors + `) (?:that|who|which) `, `which $1 `},
		{`^(?:what|which) (` + duties + `) (?:does|do) ((?:\S+ )*` + documents + `) (?:impose|place|lay|put|set) (?:on|upon|for) (.+)$`, `in $2, what are the $1 of $3`},
		{`^(?:what|which) ((?:\S+ )??` + duties + `) (?:do|does|did|has|have) (.+?) (?:have|hold|bear|enjoy|pursue|set(?: itself| themselves)?|face|carry|play|make|made|give|given|taken on|assumed)\b`, `what are the $1 of $2`},
		{`^what (?:is|are) (.+?) (?:responsible|accountable|answerable|in charge)(?: for| of)?\b`, `what are the responsibilities of $1`},
		{`^what (?:is|are) (.+?) against$`, `what does $1 oppose`},
		{`^who (?:is|are|stands) against `, `who opposes `},
		{`^who (?:is|are) in favou?r of `, `who supports `},
		{`^what (?:has|have|had|do|does|did) (.+?) (?:promised?|pledged?|vow(?:ed)?|undertaken?|agreed?|commit(?:ted)?(?: itself| themselves)?)(?: to)?(?: do)?( .*|)$`, `what are the commitments of $1$2`},
		{`^what (?:is|are) (forbidden|prohibited|allowed|permitted|recommended|required|requested|asked)(?: to| for| of| from) (.+)$`, `what is $2 $1 to do`},
		{`^what (?:do|does) (.+?) (?:want|wish|aim|seek|hope|strive|aspire|try)(?: to| for| at)?(?: do| achieve| accomplish| attain| reach| get)?( .*|)$`, `what are the goals of $1$2`},
		{`^what (?:do|does) ((?:\S+ )*` + documents + `) (?:require|demand|oblige|order)(?: of| from)? (.+?)(?: to do)?$`, `in $1, what must $2 do`},
		{`^what (?:do|does) ((?:\S+ )*` + documents + `) (?:ask|expect|request|urge|recommend|want|call on|call upon)(?: of| from| that| for)? (.+?)(?: to| should)? do$`, `in $1, what should $2 do`},
		{`^what (?:do|does) ((?:\S+ )*` + documents + `) (?:ask|expect|request|want) (?:of|from) (.+)$`, `in $1, what should $2 do`},
		{`^is there (?:a|an|any) (?:duty|obligation|requirement) (?:on|for|of) (.+?) to `, `must $1 `},
		{`^is there (?:a|an|any) (?:duty|obligation|requirement) to `, `who must `},
		{`^is there (?:a|an|any) (?:right|permission|power) to `, `who may `},
		{`^is there (?:a|an|any) (?:prohibition|ban) (?:on|of) `, `who is prohibited from `},
		{`\bmak(?:e|es|ing) use of `, `use `},
		{`\btak(?:e|es|ing) part in `, `participate in `},
		{`^who (?:is|are) going to `, `who will `},
		{`^who (?:makes?|(must|should|shall|will) make) sure (?:that )?`, `who $1 ensure `},
		{`^who (?:takes? care of|looks? after|deals? with) `, `who is responsible for `},
	} {
		out = append(out, wording{regexp.MustCompile(`(?i)` + w[0]), w[1]})
	}
	return out
}

// plainly puts a question in the wording that is read best.
func (r *Reader) plainly(text string) string {
	bare := strings.TrimRight(text, " ?.!")
	plain := r.withoutOpening(bare)
	for _, w := range r.wordings {
		plain = w.asked.ReplaceAllString(plain, w.plain)
	}
	if plain = strings.Join(strings.Fields(plain), " "); plain == bare || plain == "" {
		return text
	}
	first, size := utf8.DecodeRuneInString(plain)
	return string(unicode.ToUpper(first)) + plain[size:] + "?"
}

// withoutOpening cuts off what only asks to be answered: "Please tell me who …".
func (r *Reader) withoutOpening(text string) string {
	for {
		opening := slices.IndexFunc(r.cues.openings, func(o string) bool {
			return len(text) > len(o)+1 && strings.EqualFold(text[:len(o)], o) && strings.ContainsAny(text[len(o):len(o)+1], " ,:")
		})
		if opening < 0 {
			return text
		}
		text = strings.TrimLeft(text[len(r.cues.openings[opening]):], " ,:")
	}
}

// plurals writes nouns in the singular and in the plural, the longest first.
func plurals[T any](nouns map[string]T) []string {
	var out []string
	for _, noun := range sortedKeys(nouns) {
		plural := noun + "s"
		switch {
		case strings.HasSuffix(noun, "y"):
			plural = strings.TrimSuffix(noun, "y") + "ies"
		case strings.HasSuffix(noun, "ss"):
			plural = noun + "es"
		}
		out = append(out, regexp.QuoteMeta(plural), regexp.QuoteMeta(noun))
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

func sortedKeys[T any](words map[string]T) []string {
	keys := make([]string, 0, len(words))
	for k := range words {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
