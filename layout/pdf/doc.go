// Package pdf writes a finished layout as a PDF file.
//
// Write takes a frame.Document and gives PDF 1.7 that conforms to PDF/UA-1 (ISO 14289-1) and to PDF/A-3a
// (ISO 19005-3) at once. Start there; it calls the stages in order.
package pdf
