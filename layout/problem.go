package layout

import (
	"errors"
	"fmt"

	"rapport/content"
	"rapport/layout/flow"
)

// located gives an error a place in the content, unless it has one.
func located(pos content.Pos, err error) error {
	var tall *flow.Error
	var problem content.Problem
	if err == nil || errors.As(err, &tall) || errors.As(err, &problem) {
		return err
	}
	return fmt.Errorf("%v: %w", flow.Place(pos), err)
}
