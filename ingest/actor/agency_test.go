package actor

import "testing"

func TestCanAct(t *testing.T) {
	g := load(t)
	yes := []string{
		"all/DET/det/3 interested/ADJ/amod/3 parties/NOUN/nsubj/4 act/VERB/root/0",
		"the/DET/det/2 permittee/NOUN/nsubj/3 acts/VERB/root/0",
		"beekeepers/NOUN/nsubj/2 act/VERB/root/0",
		"civil/ADJ/amod/2 society/NOUN/nsubj/3 acts/VERB/root/0",
		"internet/NOUN/compound/3 service/NOUN/compound/3 providers/NOUN/nsubj/4 act/VERB/root/0",
		"a/DET/det/3 certified/VERB/amod/3 operation/NOUN/nsubj/4 acts/VERB/root/0",
		"Other/ADJ/amod/3 international/ADJ/amod/3 mechanisms/NOUN/nsubj/4 act/VERB/root/0",
		"a/DET/det/2 majority/NOUN/nsubj/6 of/ADP/case/5 the/DET/det/5 board/NOUN/nmod/2 acts/VERB/root/0",
		"each/DET/nsubj/5 of/ADP/case/4 the/DET/det/4 parties/NOUN/nmod/1 acts/VERB/root/0",
		"Ruritania/PROPN/nsubj/2 acts/VERB/root/0",
		"the/DET/det/2 administration/NOUN/nsubj/3 acts/VERB/root/0",
		"the/DET/det/2 government/NOUN/nsubj/5 of/ADP/case/4 Chad/PROPN/nmod/2 acts/VERB/root/0",
		"a/DET/det/2 majority/NOUN/nsubj/7 of/ADP/case/6 the/DET/det/6 voting/NOUN/compound/6 membership/NOUN/nmod/2 acts/VERB/root/0",
		"the/DET/det/2 fpac/PROPN/nsubj/3 acts/VERB/root/0",
		"They/PRON/nsubj/2 act/VERB/root/0",
	}
	no := []string{
		"Cyberspace/NOUN/nsubj/2 acts/VERB/root/0",
		"technical/ADJ/amod/2 assistance/NOUN/nsubj/3 acts/VERB/root/0",
		"this/DET/det/2 strategy/NOUN/nsubj/3 acts/VERB/root/0",
		"the/DET/det/2 internet/NOUN/nsubj/3 acts/VERB/root/0",
		"the/DET/det/3 present/ADJ/amod/3 Recommendation/PROPN/nsubj/4 acts/VERB/root/0",
		"the/DET/det/2 decision/NOUN/nsubj/3 acts/VERB/root/0",
		"the/DET/det/2 number/NOUN/nsubj/5 of/ADP/case/4 ships/NOUN/nmod/2 acts/VERB/root/0",
		"the/DET/det/2 mechanism/NOUN/nsubj/3 acts/VERB/root/0",
		"the/DET/det/2 paper/NOUN/nsubj/3 acts/VERB/root/0",
		"a/DET/det/2 guarantee/NOUN/nsubj/3 acts/VERB/root/0",
		"China/PROPN/nmod:poss/3 _'s/PART/case/1 sovereignty/NOUN/nsubj/4 acts/VERB/root/0",
		"It/PRON/expl/2 rains/VERB/root/0",
		"the/DET/det/2 administration/NOUN/nsubj/5 of/ADP/case/4 water/NOUN/nmod/2 acts/VERB/root/0",
		"VII/PROPN/nsubj/2 acts/VERB/root/0",
		"IT/PRON/nsubj/2 acts/VERB/root/0",
		"the/DET/det/2 strand/PROPN/nsubj/3 acts/VERB/root/0",
		"agreed/VERB/nsubj/2 acts/VERB/root/0",
		"March/PROPN/nsubj/2 comes/VERB/root/0",
	}
	for want, list := range map[bool][]string{true: yes, false: no} {
		for _, words := range list {
			s := tree(t, words)
			head := 0
			for i := range s.Tokens {
				if d := s.Tokens[i].Deprel; d == "nsubj" || d == "expl" {
					head = i
				}
			}
			if got := g.CanAct(s, 0, 0, head); got != want {
				t.Errorf("%q: can act is %v", s.Text, got)
			}
		}
	}
}

func TestLookup(t *testing.T) {
	g := load(t)
	for text, want := range map[string]string{
		"UN": "United Nations", "U.N.": "United Nations", "the PRC": "China", "who": "", "WHO": "World Health Organization",
		"us": "", "U.S.": "United States", "world health organization": "", "The World Health Organisation": "World Health Organization",
		"Cote d’Ivoire": "Côte d'Ivoire", "Organization for Security and Cooperation in Europe": "Organization for Security and Co-operation in Europe",
		"Congo": "Congo", "Antarctica": "", "": "", "Atlantis": "",
	} {
		if e, ok := g.Lookup(text); e.Label != want || ok != (want != "") {
			t.Errorf("%q: got %q", text, e.Label)
		}
	}
}

func TestNumber(t *testing.T) {
	for one, many := range map[string]string{
		"Country": "Countries", "agency": "agencies", "person": "persons", "Chairwoman": "Chairwomen", "child": "children",
		"attorney": "attorneys", "business": "businesses", "branch": "branches", "staff": "staff", "COUNCIL": "COUNCILs",
	} {
		if got := plural(one); got != many {
			t.Errorf("plural of %q: %q", one, got)
		}
	}
	for many, one := range map[string]string{
		"countries": "country", "working groups": "working group", "businesses": "business", "women": "woman",
		"people": "people", "class": "class", "status": "status", "": "",
	} {
		if got := singular(many); got != one {
			t.Errorf("singular of %q: %q", many, got)
		}
	}
}
