package main

import (
	"mandate/server"

	"github.com/spf13/cobra"
)

func (a *app) openapiCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "openapi",
		Short:   "Print the description of the HTTP API (OpenAPI 3.1)",
		Long:    "Print the description of the HTTP API as OpenAPI 3.1, the same that a server gives\nat /openapi.json, to make clients from. No store is needed.",
		Example: "  mandate openapi > openapi.json",
		Args:    takes(0, 0, "no argument"),
		RunE: func(*cobra.Command, []string) error {
			spec, err := server.OpenAPI(buildVersion())
			if err != nil {
				return err
			}
			_, err = a.out.Write(append(spec, '\n'))
			return err
		},
	}
}
