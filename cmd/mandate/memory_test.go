package main

import "testing"

func TestMemoryFlag(t *testing.T) {
	for text, want := range map[string]int64{
		"512": 512 << 20, "512MB": 512 << 20, "2gb": 2 << 30, "2GiB": 2 << 30, "64MiB": 64 << 20, "IB": 0, " 3 GB ": 3 << 30,
		"": 0, "0": 0, "-1": 0, "1TB": 0, "MB": 0, "1.5GB": 0, "99999999999": 0,
	} {
		var got int64
		err := memory{&got}.Set(text)
		if got != want || (err == nil) != (want > 0) {
			t.Errorf("%q: %d, %v; want %d", text, got, err, want)
		}
	}
}
