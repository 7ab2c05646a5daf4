package wire

import "mandate/graph/index"

// Memory says from where answers come, and what memory that takes.
type Memory struct {
	From         string  `json:"answers_from"` // "index", or "store" where there is none
	Quads        int     `json:"quads,omitempty"`
	Bytes        int64   `json:"index_bytes,omitempty"`
	BytesPerQuad float64 `json:"index_bytes_per_quad,omitempty"`
	Why          string  `json:"no_index,omitempty"` // why there is none, and what to do
}

// MemoryOf describes an index; unindexed is why there is none, or nil.
func MemoryOf(x *index.Index, unindexed error) Memory {
	if unindexed != nil {
		return Memory{From: "store", Why: unindexed.Error()}
	}
	m := Memory{From: "index", Quads: x.Size(), Bytes: x.Bytes()}
	if m.Quads > 0 {
		m.BytesPerQuad = float64(m.Bytes*10/int64(m.Quads)) / 10
	}
	return m
}
