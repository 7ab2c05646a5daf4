package ingest

import (
	"strings"
	"testing"

	"mandate/graph"
)

func TestUnread(t *testing.T) {
	tests := []struct {
		name, text string
		want       graph.Unread
		statements int
	}{
		{"all is read", "The Agency shall keep the lanterns burning.", graph.Unread{}, 1},
		{"another language", "The Agency shall keep the lanterns burning.\n\nL'Agence doit garder les lanternes allumées pendant la nuit entière.\n\nToujours.\n\nThe Agency may close the pier.",
			graph.Unread{Foreign: 2}, 2},
		{"rows parted by tabs", "The Agency shall keep the lanterns burning.\n\nStep\tLead\tYear\nBuild pier\tPort Agency\t2030\nDredge bay\tHarbour Board\t2031\n",
			graph.Unread{Tabular: 3}, 1},
		{"rows parted by blanks", "The Agency shall keep the lanterns burning.\n\nBuild pier      Port Agency    next year or later.\n\nThe Agency may close the pier.",
			graph.Unread{Tabular: 1}, 2},
		{"figures", "The Agency shall keep the lanterns burning.\n\nNorth 12.4 13.1 15.0 17.2.\n\nThe Agency may close the pier.", graph.Unread{Tabular: 1}, 2},
		{"a row that holds a sentence", "Pilots | The Agency shall train the pilots every year | 2030", graph.Unread{}, 1},
		{"an enumerator set off by a tab", "The Agency shall:\n\n(a)\tkeep the lanterns burning;\n(b)\tclose the pier.", graph.Unread{}, 2},
		{"justified text", "The   Agency   shall    keep   the   lanterns    burning.", graph.Unread{}, 1},
		{"marks", "The Agency shall keep the lanterns burning.\n\n* * *\n\n§ 12 —\n\nThe Agency may close the pier.", graph.Unread{Wordless: 1}, 2},
		{"a very long sentence", "The Agency shall keep the lanterns burning" + strings.Repeat(" and shall close the pier", 50) + ".", graph.Unread{Cut: 1}, 1},
	}
	p := pipeline(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := p.Read(t.Context(), FromText("odd.txt", "", []byte(tt.text)))
			if err != nil {
				t.Fatal(err)
			}
			if r.Unread != tt.want || len(r.Statements) < tt.statements {
				t.Errorf("%+v and %d statements, want %+v and at least %d", r.Unread, len(r.Statements), tt.want, tt.statements)
			}
			for _, s := range r.Statements {
				if s.Aim == "garder" || strings.Contains(s.Object, "|") {
					t.Errorf("read %+v", s)
				}
			}
		})
	}
}
