package english

// Without vectors, a product of two long numbers is made to do for several
// short ones: weights of neighbouring columns are packed into one number, far
// enough apart that the sums of their products cannot meet. Three fit into a
// 64-bit integer for laneTerms terms; two into the 53 bits of a double, for as
// many terms as a network has. Processors multiply both kinds at the same time,
// so half of the columns go one way and half the other.
const (
	laneBits      = 21
	laneTerms     = 64
	lanes         = 3
	doubleBits    = 26
	doubleLanes   = 2
	integers      = 4 // packed numbers of each kind that are summed at a time
	doubles       = 6
	integerColumn = integers * lanes
	laneColumns   = integerColumn + doubles*doubleLanes
)

// laneRow holds the weights of one input for laneColumns columns.
type laneRow struct {
	integer [integers]int64
	double  [doubles]float64
}

// set puts the weight of a column in its lane.
func (r *laneRow) set(column int, weight int8) {
	if column < integerColumn {
		r.integer[column/lanes] += int64(weight) << (column % lanes * laneBits)
		return
	}
	column -= integerColumn
	r.double[column/doubleLanes] += float64(int64(weight) << (column % doubleLanes * doubleBits))
}

// laneWeights holds, for each group of laneColumns columns, the rows of all inputs.
type laneWeights struct {
	in    int
	scale []float32
	rows  []laneRow
}

func (genericKernel) pack(rounded []int8, in, out int, scale []float32) weights8 {
	groups := (out + laneColumns - 1) / laneColumns
	w := &laneWeights{in, scale, make([]laneRow, groups*in)}
	for i := range in {
		for j, x := range rounded[i*out:][:out] {
			w.rows[j/laneColumns*in+i].set(j%laneColumns, x)
		}
	}
	return w
}

func (w *laneWeights) addProduct(y matrix, x rows8) {
	var sums laneSums
	for from := 0; from < len(w.scale); from += laneColumns {
		group := w.rows[from/laneColumns*w.in:][:w.in]
		scale := w.scale[from:min(from+laneColumns, len(w.scale))]
		for r := range x.rows {
			sums.multiply(x.row(r), group)
			to := y.row(r)[from:][:len(scale)]
			for j, s := range scale {
				to[j] += float32(float32(float32(sums.column[j])*x.scale[r]) * s)
			}
		}
	}
}

// laneSums are the sums of a group of columns.
type laneSums struct {
	column [laneColumns]int64
	double [doubles]float64
}

// multiply sets the sums to x·group.
func (s *laneSums) multiply(x []int8, group []laneRow) {
	*s = laneSums{}
	for ; len(x) > 0; x, group = x[min(laneTerms, len(x)):], group[min(laneTerms, len(x)):] {
		a, b, c, d := sumLanes(x[:min(laneTerms, len(x))], group, &s.double)
		splitInteger(s.column[0:3], a)
		splitInteger(s.column[3:6], b)
		splitInteger(s.column[6:9], c)
		splitInteger(s.column[9:12], d)
	}
	for i, packed := range s.double {
		splitDouble(s.column[integerColumn+doubleLanes*i:][:doubleLanes], int64(packed))
	}
}

// sumLanes adds to the doubles and returns the sums of the integers. It stays a
// function of its own so that its sums stay in registers.
//
//go:noinline
func sumLanes(x []int8, group []laneRow, sums *[doubles]float64) (a, b, c, d int64) {
	p, q, r, s, t, u := sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]
	group = group[:len(x)]
	for i, v := range x {
		w, v := &group[i], int64(v)
		f := float64(v)
		a += w.integer[0] * v
		p += w.double[0] * f
		t += w.double[4] * f
		b += w.integer[1] * v
		q += w.double[1] * f
		u += w.double[5] * f
		c += w.integer[2] * v
		r += w.double[2] * f
		d += w.integer[3] * v
		s += w.double[3] * f
	}
	*sums = [doubles]float64{p, q, r, s, t, u}
	return a, b, c, d
}

// splitInteger adds each lane to its sum; what a lower lane borrowed from a
// higher one is given back.
func splitInteger(sums []int64, packed int64) {
	const unused = 64 - laneBits
	low := packed << unused >> unused
	packed = (packed - low) >> laneBits
	middle := packed << unused >> unused
	sums[0] += low
	sums[1] += middle
	sums[2] += (packed - middle) >> laneBits
}

// splitDouble does the same for the lanes of a double, as an integer.
func splitDouble(sums []int64, packed int64) {
	const unused = 64 - doubleBits
	low := packed << unused >> unused
	sums[0] = low
	sums[1] = (packed - low) >> doubleBits
}
