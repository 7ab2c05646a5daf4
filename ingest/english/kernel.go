package english

// accumulateGeneric computes y[j] += Σ a[i·strideA]·b[i·strideB+j] over i < k,
// one term after the other in the order of i, each product rounded before it is
// added (the conversions forbid fused multiply-add). Every other version of
// the kernel keeps that order and rounding, so that all machines compute the
// same scores and hence the same trees.
func accumulateGeneric(y, a []float32, strideA, k int, b []float32, strideB int) {
	i := 0
	for ; i+8 <= k; i += 8 {
		accumulate8(y, a[i*strideA:], strideA, b[i*strideB:], strideB)
	}
	for ; i < k; i++ {
		x, row := a[i*strideA], b[i*strideB:][:len(y)]
		for j := range y {
			y[j] += float32(x * row[j])
		}
	}
}

// accumulate8 adds eight terms at a time: y is loaded and stored once, and the
// sums of neighbouring columns do not wait for each other.
func accumulate8(y, a []float32, stride int, b []float32, strideB int) {
	x0, x1, x2, x3 := a[0], a[stride], a[2*stride], a[3*stride]
	x4, x5, x6, x7 := a[4*stride], a[5*stride], a[6*stride], a[7*stride]
	n := len(y)
	b0, b1, b2, b3 := b[:n], b[strideB:][:n], b[2*strideB:][:n], b[3*strideB:][:n]
	b4, b5, b6, b7 := b[4*strideB:][:n], b[5*strideB:][:n], b[6*strideB:][:n], b[7*strideB:][:n]
	for j := range y {
		y[j] = y[j] +
			float32(x0*b0[j]) + float32(x1*b1[j]) + float32(x2*b2[j]) + float32(x3*b3[j]) +
			float32(x4*b4[j]) + float32(x5*b5[j]) + float32(x6*b6[j]) + float32(x7*b7[j])
	}
}
