package english

import "math"

// matrix is a dense row-major matrix, possibly a view into a wider one.
type matrix struct {
	rows, cols, stride int
	data               []float32
}

func newMatrix(rows, cols int) matrix {
	return matrix{rows, cols, cols, make([]float32, rows*cols)}
}

func (m matrix) row(i int) []float32 {
	return m.data[i*m.stride:][:m.cols]
}

// columns is the view of the columns from (included) to to (excluded).
func (m matrix) columns(from, to int) matrix {
	return matrix{m.rows, to - from, m.stride, m.data[from:]}
}

// slice is the view of the rows from (included) to to (excluded).
func (m matrix) slice(from, to int) matrix {
	return matrix{to - from, m.cols, m.stride, m.data[from*m.stride:]}
}

// Blocks of a right-hand matrix that stay in the first-level cache.
const (
	blockColumns = 128
	blockTerms   = 64
)

// addProduct computes c += a·b, each element's terms in order.
func addProduct(c, a, b matrix) {
	forBlocks(c, a.cols, func(row []float32, i, j, k, terms int) {
		accumulate(row, a.data[i*a.stride+k:], 1, terms, b.data[k*b.stride+j:], b.stride)
	})
}

// addProductTransposed computes c += aᵀ·b.
func addProductTransposed(c, a, b matrix) {
	forBlocks(c, a.rows, func(row []float32, i, j, k, terms int) {
		accumulate(row, a.data[k*a.stride+i:], a.stride, terms, b.data[k*b.stride+j:], b.stride)
	})
}

// forBlocks visits the rows of c in blocks of columns j and of terms k.
func forBlocks(c matrix, terms int, visit func(row []float32, i, j, k, terms int)) {
	for k := 0; k < terms; k += blockTerms {
		for j := 0; j < c.cols; j += blockColumns {
			end := min(j+blockColumns, c.cols)
			for i := range c.rows {
				visit(c.data[i*c.stride+j:i*c.stride+end], i, j, k, min(blockTerms, terms-k))
			}
		}
	}
}

// transpose writes mᵀ into out, whose rows may be longer.
func transpose(out, m matrix) {
	for i := range m.rows {
		for j, x := range m.row(i) {
			out.data[j*out.stride+i] = x
		}
	}
}

// exp32 is e^x to float32 precision: 2^n times a polynomial (Cephes' expf). The
// conversions round every product, so that all machines agree.
func exp32(x float32) float32 {
	const (
		log2e  = 1.44269504088896341
		ln2Hi  = 0.693359375
		ln2Lo  = -2.12194440e-4
		lowest = -87.3
		most   = 88.3
	)
	x = max(lowest, min(most, x))
	n := float32(math.Floor(float64(float32(x*log2e) + 0.5)))
	x -= float32(n * ln2Hi)
	x -= float32(n * ln2Lo)
	y := float32(1.9875691500e-4)
	y = float32(y*x) + 1.3981999507e-3
	y = float32(y*x) + 8.3334519073e-3
	y = float32(y*x) + 4.1665795894e-2
	y = float32(y*x) + 1.6666665459e-1
	y = float32(y*x) + 5.0000001201e-1
	y = float32(float32(y*x)*x) + x + 1
	return y * math.Float32frombits(uint32(int32(n)+127)<<23)
}

func sigmoid(x float32) float32 { return 1 / (1 + exp32(-x)) }

func tanh32(x float32) float32 { return float32(2*sigmoid(2*x)) - 1 }

// leak is the slope of the layers' rectifiers below zero.
const leak = 0.1

func rectify(row []float32) {
	for i, x := range row {
		if x < 0 {
			row[i] = leak * x
		}
	}
}
