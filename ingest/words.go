package ingest

// words are what the statements of a document speak of, each statement's as
// numbers: a long text has many statements of few words.
type words struct {
	number map[string]uint32
	all    []uint32 // of one statement behind the other
	end    []uint32 // where those of each statement end
}

// add takes the words of the next statement.
func (w *words) add(stems []string) {
	if w.number == nil {
		w.number = map[string]uint32{}
	}
	for _, s := range stems {
		n, known := w.number[s]
		if !known {
			n = uint32(len(w.number))
			w.number[s] = n
		}
		w.all = append(w.all, n)
	}
	w.end = append(w.end, uint32(len(w.all)))
}

// of are the words of statement i.
func (w *words) of(i int) []uint32 {
	from := uint32(0)
	if i > 0 {
		from = w.end[i-1]
	}
	return w.all[from:w.end[i]]
}
