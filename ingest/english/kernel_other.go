//go:build !amd64

package english

// accumulate is accumulateGeneric: there is no faster version for this processor.
func accumulate(y, a []float32, strideA, k int, b []float32, strideB int) {
	accumulateGeneric(y, a, strideA, k, b, strideB)
}
