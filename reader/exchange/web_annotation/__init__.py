"""W3C Web Annotation (https://www.w3.org/TR/annotation-model/), as JSON-LD."""
