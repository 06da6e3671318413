package content

import (
	"rapport/content/brand"
	"rapport/content/picture"
	"rapport/content/source"
)

// The names of the rooms inside, as callers of content know them.

// Places and problems, of package source.
type (
	Pos      = source.Pos
	Problem  = source.Problem
	Problems = source.Problems
	Allow    = source.Allow
)

// Image is a picture file that a report shows, of package picture.
type Image = picture.Image

// How a publisher looks, of package brand.
type (
	Brand  = brand.Brand
	Color  = brand.Color
	Ground = brand.Ground
)

// ColorRoles are the roles that a brand's colours may have.
func ColorRoles() []string { return brand.ColorRoles() }
