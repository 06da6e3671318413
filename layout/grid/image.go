package grid

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // image.DecodeConfig reads JPEG
	_ "image/png"  // image.DecodeConfig reads PNG
)

// imageSize reads the size in pixels from an image file's head.
func imageSize(data []byte) (width, height int, err error) {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return 0, 0, fmt.Errorf("not a PNG or JPEG image: %w", err)
	}
	if c.Width == 0 || c.Height == 0 {
		return 0, 0, fmt.Errorf("an image of %d × %d pixels", c.Width, c.Height)
	}
	return c.Width, c.Height, nil
}
