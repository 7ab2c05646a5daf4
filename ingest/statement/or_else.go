package statement

import (
	"regexp"
	"strings"
)

// consequence begins what follows where a duty is not done: ", failing which
// …", "; otherwise …".
var consequence = regexp.MustCompile(`(?i)[,;]\s+(?:and )?((?:failing which|in default of which|in default whereof|otherwise|or else|or otherwise)\b.*)$`)

// orElse is the consequence of not doing aim p: the clause that says so, a
// penalty coordinated with the aim ("or be fined"), or a phrase ("on pain of").
func (r *reader) orElse(p int) string {
	if m := consequence.FindStringSubmatchIndex(r.Text); m != nil && r.Tokens[p].Start < m[2] {
		return fold(strings.TrimRight(r.Text[m[2]:m[3]], " .;,"))
	}
	for v := p; v >= 0; v = r.Tokens[v].Head {
		for _, k := range r.kids[v] {
			if k > p && r.penalises(k) {
				return r.words(r.trim(r.left[k], r.right[k]+1))
			}
		}
		if !r.is(v, "conj") {
			break
		}
	}
	return r.boundsOf(p, isOrElse, Phrase{})
}

// penalises reports whether conjunct k says what happens to who does not do
// what stands before it: "or be fined", "or forfeit the licence".
func (r *reader) penalises(k int) bool {
	cc := r.child(k, "cc")
	return r.is(k, "conj") && cc >= 0 && r.lower(cc) == "or" && r.cues.Circumstances[r.lemma(k)] == isSanction
}
