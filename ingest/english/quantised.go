package english

import "math"

// Inference multiplies eight-bit numbers and adds the products as integers. The
// sums are exact, so the order of summation does not matter, and every kernel
// finds the same ones. What stands between the products (scales, biases, the
// units' curves) is float32, each operation rounded, in the same order
// everywhere.

// rows8 are vectors of eight-bit numbers: row r stands for data[r·stride:] times
// scale[r]. Kernels read whole quads: what follows a row is never used but must
// be there.
type rows8 struct {
	rows, cols, stride int
	data               []int8
	scale              []float32
}

func (x rows8) row(r int) []int8 { return x.data[r*x.stride:][:x.cols] }

// view is the one row of columns from (included) to to (excluded).
func (x rows8) view(r, from, to int) rows8 {
	return rows8{1, to - from, x.stride, x.data[r*x.stride+from:], x.scale[r : r+1]}
}

// quantise rounds a row of floats to eight bits, its largest becoming ±127.
func (x rows8) quantise(r int, row []float32) {
	var most float32
	for _, v := range row {
		if v < 0 {
			v = -v
		}
		if v > most {
			most = v
		}
	}
	x.scale[r] = most / math.MaxInt8
	var inverse float32
	if most > 0 {
		inverse = math.MaxInt8 / most
	}
	to := x.row(r)[:len(row)]
	for i, v := range row {
		to[i] = round8(v * inverse)
	}
}

// roundingBias is what brings the bit of 1 to a float's last place: adding it
// rounds to the nearest integer, halves to even.
const roundingBias = 3 << 22

// round8 rounds a number of at most ±127.
func round8(v float32) int8 {
	return int8(math.Float32bits(float32(v) + roundingBias))
}

// weights8 is a matrix of eight-bit weights with a scale for each column, laid
// out as one kernel wants it.
type weights8 interface {
	// addProduct computes y += x·w; columns of y beyond those of w, to a whole
	// tile, are left with any value.
	addProduct(y matrix, x rows8)
}

// dense is x ↦ x·weight + bias.
type dense struct {
	in, out int // out in whole tiles
	bias    []float32
	weights weights8
}

// tile is the number of columns that a kernel computes at once: results are
// padded to a multiple of it.
const tile = 64

func wholeTiles(n int) int { return (n + tile - 1) / tile * tile }

// newDense rounds weights to eight bits, each column with a scale of its own.
// Where there is no bias it is zero.
func newDense(k kernel, weight matrix, bias []float32) *dense {
	d := &dense{in: weight.rows, out: wholeTiles(weight.cols)}
	d.bias = make([]float32, d.out)
	copy(d.bias, bias)
	scale, inverse := make([]float32, d.out), make([]float32, weight.cols)
	for i := range weight.rows {
		for j, w := range weight.row(i) {
			scale[j] = max(scale[j], w, -w)
		}
	}
	for j := range inverse {
		if scale[j] > 0 {
			inverse[j] = math.MaxInt8 / scale[j]
		}
		scale[j] /= math.MaxInt8
	}
	rounded := make([]int8, d.in*d.out)
	for i := range weight.rows {
		to := rounded[i*d.out:][:d.out]
		for j, w := range weight.row(i) {
			to[j] = round8(w * inverse[j])
		}
	}
	d.weights = k.pack(rounded, d.in, d.out, scale)
	return d
}

// apply computes y = x·weight + bias for each row of x.
func (d *dense) apply(y matrix, x rows8) {
	for i := range y.rows {
		copy(y.row(i), d.bias)
	}
	d.weights.addProduct(y, x)
}
