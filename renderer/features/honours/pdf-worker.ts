// The reader's own worker as a module of this build, so that it is loaded from 'self' alone.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
