package english

// arena hands out memory that is used again for the next sentence. What it
// hands out holds any values.
type arena struct {
	float  []float32
	byte   []int8
	floatN int
	byteN  int
}

func (a *arena) reset() { a.floatN, a.byteN = 0, 0 }

func (a *arena) floats(rows, cols int) matrix {
	return matrix{rows, cols, cols, a.takeFloats(rows * cols)}
}

func (a *arena) takeFloats(size int) []float32 {
	if a.floatN+size > len(a.float) {
		// What was handed out before keeps the old memory alive; the next
		// sentence finds the larger one.
		a.float, a.floatN = make([]float32, 2*len(a.float)+size), 0
	}
	out := a.float[a.floatN:][:size:size]
	a.floatN += size
	return out
}

// bytes makes rows of whole quads, with some room behind the last.
func (a *arena) bytes(rows, cols int) rows8 {
	stride := (cols + 3) &^ 3
	size := rows*stride + 4
	if a.byteN+size > len(a.byte) {
		a.byte, a.byteN = make([]int8, 2*len(a.byte)+size), 0
	}
	data := a.byte[a.byteN:][:size:size]
	a.byteN += size
	return rows8{rows, cols, stride, data, a.takeFloats(rows)}
}
