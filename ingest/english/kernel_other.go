//go:build !amd64 || purego

package english

// accumulate is accumulateGeneric: there is no faster version for this
// processor, or the build tag purego asks for none.
func accumulate(y, a []float32, strideA, k int, b []float32, strideB int) {
	accumulateGeneric(y, a, strideA, k, b, strideB)
}

// kernels are the one in plain Go, for the same reason.
func kernels() []kernel { return []kernel{genericKernel{}} }
