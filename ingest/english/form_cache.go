package english

import "strings"

// formCache keeps what is made of a word form whatever stands around it: its
// features, and what it adds to the gates of the first layer. Texts repeat
// their words, so most of that work is done once.
//
// It holds two generations of forms. A new form goes into the young one; once
// that is full, the old one is forgotten, the young one grows old, and what is
// still in use moves on from it when it is next asked for.
type formCache struct {
	young, old map[string]*formEntry
	scratch    arena
}

type formEntry struct {
	features wordFeatures
	sums     []float32 // of the gates of both directions
}

// generation bounds the forms of a generation: a few megabytes.
const generation = 384

// find returns what is known of a form.
func (c *formCache) find(m *Model, form string) *formEntry {
	if e, ok := c.young[form]; ok {
		return e
	}
	if c.young == nil || len(c.young) >= generation {
		c.young, c.old = make(map[string]*formEntry, generation), c.young
	}
	e, ok := c.old[form]
	if !ok {
		form = strings.Clone(form) // not the whole text
		e = &formEntry{features: describeWord(form), sums: make([]float32, m.inference.form.out)}
		in := m.lexicon.input(&e.features, 0)
		m.inference.sumForm(e.sums, &in, &c.scratch)
	}
	c.young[form] = e
	return e
}

// sumForm computes what a word form adds to the gates; the tag is passed over.
func (f *inference) sumForm(sums []float32, in *wordInput, scratch *arena) {
	scratch.reset()
	row := scratch.floats(1, f.form.in).row(0)
	rest := row
	for e, id := range in[:tagEmbedding] {
		rest = rest[f.embed[e].copyRow(rest, int(id)):]
	}
	x := scratch.bytes(1, f.form.in)
	x.quantise(0, row)
	f.form.apply(matrix{1, f.form.out, f.form.out, sums}, x)
}
