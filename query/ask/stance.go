package ask

import (
	"regexp"
	"strings"

	"mandate/query"
)

// taking is a question for what somebody takes a stance on: what does the Council
// oppose. The parser takes its last word for all kinds of things.
var taking = regexp.MustCompile(`(?i)^what (?:do|does|did) (.+) (\S+?)\??$`)

// stance reads a question that ends with a verb of stance; false for any other.
func (r *Reader) stance(text string) (query.Question, bool) {
	m := taking.FindStringSubmatch(text)
	if m == nil || !r.cues.stances[strings.ToLower(m[2])] {
		return query.Question{}, false
	}
	actor := m[1]
	for _, article := range []string{"the ", "a ", "an "} {
		if len(actor) > len(article) && strings.EqualFold(actor[:len(article)], article) {
			actor = actor[len(article):]
		}
	}
	return query.Question{Asked: query.AskedDeeds, Actor: actor, Aims: []string{strings.ToLower(m[2])}, Sides: true}, true
}
