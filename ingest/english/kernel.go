package english

// accumulateGeneric computes y[j] += Σ a[i·strideA]·b[i·strideB+j] over i < k,
// one term after the other in the order of i, each product rounded before it is
// added (the conversions forbid fused multiply-add). Every other version of
// the kernel keeps that order and rounding, so that all machines compute the
// same scores and hence the same trees.
func accumulateGeneric(y, a []float32, strideA, k int, b []float32, strideB int) {
	j := 0
	for ; j+4 <= len(y); j += 4 {
		out := y[j : j+4 : j+4]
		y0, y1, y2, y3 := out[0], out[1], out[2], out[3]
		at, bt := 0, j
		for range k {
			x, row := a[at], b[bt:bt+4:bt+4]
			y0 += float32(x * row[0])
			y1 += float32(x * row[1])
			y2 += float32(x * row[2])
			y3 += float32(x * row[3])
			at += strideA
			bt += strideB
		}
		out[0], out[1], out[2], out[3] = y0, y1, y2, y3
	}
	for ; j < len(y); j++ {
		sum := y[j]
		for i := range k {
			sum += float32(a[i*strideA] * b[i*strideB+j])
		}
		y[j] = sum
	}
}
