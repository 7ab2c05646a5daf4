package statement

import "strings"

// quotation is the number of the quotation that token i stands in, counted from
// 1 by its opening mark, 0 for none.
func (r *reader) quotation(i int) int {
	if r.quotations == nil {
		r.quotations = quotations(r.tree)
	}
	return r.quotations[i]
}

// quotations numbers the quotations of a tree, token by token. A mark that
// nothing closes opens none: it may belong to the sentences around.
func quotations(t *tree) []int {
	in := make([]int, len(t.Tokens))
	open, n := -1, 0
	for i := range t.Tokens {
		switch w := t.Tokens[i].Text; {
		case open < 0 && (w == "\"" || w == "“" || w == "``"):
			open = i
		case open >= 0 && (w == "\"" || w == "”" || w == "''"):
			n++
			for k := open; k <= i; k++ {
				in[k] = n
			}
			open = -1
		}
	}
	return in
}

// torn reports whether modal m stands in a quotation that its verb v is no part
// of: "for ‘the Minister may’ substitute …" changes words and lays no duty.
func (r *reader) torn(m, v int) bool { return r.quotation(m) > 0 && r.quotation(m) != r.quotation(v) }

// saying verbs bring in what somebody says.
var saying = wordSet("say state declare announce put tell add write argue explain note promise pledge vow insist claim stress warn reply " +
	"answer affirm assert conclude respond report maintain remark observe emphasise emphasize comment")

// voiced is who speaks where a is "we" or "I" in a quotation: "The Minister said,
// ‘We will …’"; a itself where the sentence does not say who.
func (r *reader) voiced(a Phrase) Phrase {
	if a.Tree != r.Sentence || !r.speaker(a) {
		return a
	}
	q := r.quotation(a.Head)
	if q == 0 {
		return a
	}
	for v := range r.Tokens {
		if r.quotation(v) == q || !r.upos(v, "VERB") || !saying[r.lemma(v)] {
			continue
		}
		s := r.child(v, "nsubj")
		if s < 0 || r.quotation(s) == q {
			continue
		}
		if who := r.actorsIn(r.spread(s)); len(who) > 0 {
			return who[0]
		}
	}
	return r.inTheWordsOf(a, q)
}

// inTheWordsOf is who is quoted without a verb: "In the words of the Mayor, …".
func (r *reader) inTheWordsOf(a Phrase, q int) Phrase {
	for n := range r.Tokens {
		if r.quotation(n) == q || !r.is(n, "nmod", "obl") {
			continue
		}
		h := r.Tokens[n].Head
		if r.case_(n) == "of" && h >= 0 && r.lower(h) == "words" || strings.HasPrefix(r.case_(n), "according") {
			if who := r.actorsIn(r.spread(n)); len(who) > 0 {
				return who[0]
			}
		}
	}
	return a
}
