package actor

import "mandate/ingest/english"

// Names returns where known names of several words stand in a sentence, the
// longest at each place, as token ranges [from,to) in text order. A parser
// knows no names: commas and an "and" inside one mislead it.
func (g *Gazetteer) Names(s *english.Sentence) [][2]int {
	p := &phrase{Mention: Mention{Tree: s}, tokens: s.Tokens}
	var out [][2]int
	for i := 0; i < len(s.Tokens); i++ {
		_, to := g.namedFrom(p, i, len(s.Tokens))
		for to > i && s.Tokens[to-1].UPOS == "PUNCT" {
			to--
		}
		if to > i+1 {
			out = append(out, [2]int{i, to})
			i = to - 1
		}
	}
	return out
}
