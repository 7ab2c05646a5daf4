package graph

import "testing"

func TestUnreadSaysWhy(t *testing.T) {
	tests := []struct {
		unread Unread
		want   string
	}{
		{Unread{}, ""},
		{Unread{Foreign: 1}, "1 sentence was not read: 1 not in English"},
		{Unread{Foreign: 10, Tabular: 2}, "12 sentences were not read: 10 not in English, 2 of tables"},
		{Unread{Tabular: 1, Wordless: 1, Cut: 1}, "2 sentences were not read: 1 of a table, 1 without a word; 1 very long sentence was read in pieces"},
		{Unread{Cut: 3}, "3 very long sentences were read in pieces"},
	}
	for _, tt := range tests {
		if got := tt.unread.String(); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.unread, got, tt.want)
		}
	}
	if got := (Unread{1, 2, 3, 4, 5}).Plus(Unread{1, 1, 1, 1, 1}); got != (Unread{2, 3, 4, 5, 6}) || got.Total() != 9 {
		t.Errorf("got %+v of %d", got, got.Total())
	}
}
