//go:build !purego

package english

import "golang.org/x/sys/cpu"

// accumulateAVX2 and accumulateAVX512 are accumulateGeneric for n columns, n a
// multiple of 8 and k > 0; strides count floats.
//
//go:noescape
func accumulateAVX2(y, a, b *float32, n, k, strideA, strideB int)

//go:noescape
func accumulateAVX512(y, a, b *float32, n, k, strideA, strideB int)

// accumulate is accumulateGeneric, many columns at a time where the processor can.
func accumulate(y, a []float32, strideA, k int, b []float32, strideB int) {
	n := len(y) &^ 7
	if !cpu.X86.HasAVX2 || n == 0 || k == 0 {
		accumulateGeneric(y, a, strideA, k, b, strideB)
		return
	}
	_, _ = a[(k-1)*strideA], b[(k-1)*strideB+len(y)-1] // what the kernel reads is there
	if cpu.X86.HasAVX512F {
		accumulateAVX512(&y[0], &a[0], &b[0], n, k, strideA, strideB)
	} else {
		accumulateAVX2(&y[0], &a[0], &b[0], n, k, strideA, strideB)
	}
	if n < len(y) {
		accumulateGeneric(y[n:], a, strideA, k, b[n:], strideB)
	}
}
