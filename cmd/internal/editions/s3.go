package editions

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// ErrAddress says that a store's address is not s3://bucket/path.
var ErrAddress = errors.New("an object store is written s3://bucket/path")

// objects is a store in a bucket. An object appears when all of it has been taken, so that none is
// half there.
type objects struct {
	client         *minio.Client
	bucket, prefix string
}

// sumKey is the metadata that holds the sum of an object.
const sumKey = "Sha256"

// OpenObjects opens s3://bucket/path. Where the store is and who asks comes from the environment, as
// for Amazon's own tools: AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID,
// AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, or the role of the machine.
func OpenObjects(address string, getenv func(string) string) (Store, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "s3" || u.Host == "" || u.User != nil || u.RawQuery != "" {
		return nil, ErrAddress
	}
	endpoint := getenv("AWS_ENDPOINT_URL_S3")
	if endpoint == "" {
		endpoint = getenv("AWS_ENDPOINT_URL")
	}
	secure := true
	if endpoint == "" {
		endpoint = "s3.amazonaws.com"
	} else if at, err := url.Parse(endpoint); err == nil && at.Host != "" {
		endpoint, secure = at.Host, at.Scheme != "http"
	}
	who := credentials.NewChainCredentials([]credentials.Provider{&credentials.EnvAWS{}, &credentials.IAM{}})
	client, err := minio.New(endpoint, &minio.Options{Creds: who, Secure: secure, Region: getenv("AWS_REGION")})
	if err != nil {
		return nil, err
	}
	prefix := strings.Trim(u.Path, "/")
	if prefix != "" {
		prefix += "/"
	}
	return &objects{client, u.Host, prefix}, nil
}

// Put hands an object in, with its sum.
func (o *objects) Put(ctx context.Context, name string, data []byte) error {
	_, err := o.client.PutObject(ctx, o.bucket, o.prefix+name, bytes.NewReader(data), int64(len(data)),
		minio.PutObjectOptions{UserMetadata: map[string]string{sumKey: Sum(data)}, ContentType: typeOf(name)})
	return o.said(err)
}

// typeOf is what browsers are told of a file.
func typeOf(name string) string {
	switch {
	case strings.HasSuffix(name, ".pdf"):
		return "application/pdf"
	case strings.HasSuffix(name, ".html"):
		return "text/html; charset=utf-8"
	case strings.HasSuffix(name, ".csv"):
		return "text/csv; charset=utf-8"
	}
	return "application/octet-stream"
}

// said is an error of the store by its code, without what was asked.
func (o *objects) said(err error) error {
	var answer minio.ErrorResponse
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &answer):
		return fmt.Errorf("%s: %w", o.bucket, err)
	case answer.Code == "NoSuchKey":
		return ErrNone
	}
	return fmt.Errorf("%s: the object store says %s (%d)", o.bucket, answer.Code, answer.StatusCode)
}

// Get reads an object.
func (o *objects) Get(ctx context.Context, name string) ([]byte, error) {
	object, err := o.client.GetObject(ctx, o.bucket, o.prefix+name, minio.GetObjectOptions{})
	if err != nil {
		return nil, o.said(err)
	}
	defer object.Close()
	data, err := io.ReadAll(object)
	return data, o.said(err)
}

// Sum is the sum that the object was handed in with, or of its bytes when it was not by this program.
func (o *objects) Sum(ctx context.Context, name string) (string, error) {
	info, err := o.client.StatObject(ctx, o.bucket, o.prefix+name, minio.StatObjectOptions{})
	if err != nil {
		return "", o.said(err)
	}
	if sum := info.UserMetadata[sumKey]; sum != "" {
		return sum, nil
	}
	data, err := o.Get(ctx, name)
	return Sum(data), err
}

// List are the objects below the path.
func (o *objects) List(ctx context.Context) (names []string, err error) {
	for info := range o.client.ListObjects(ctx, o.bucket, minio.ListObjectsOptions{Prefix: o.prefix, Recursive: true}) {
		if info.Err != nil {
			return nil, o.said(info.Err)
		}
		names = append(names, strings.TrimPrefix(info.Key, o.prefix))
	}
	slices.Sort(names)
	return names, nil
}
