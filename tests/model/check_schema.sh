#!/bin/sh
# Validates golden JSON with python3-jsonschema; exit status 77 (skipped) where it is not installed.
# The distribution's own python is asked first: that is where the package puts the module.
root=$1
for python in /usr/bin/python3 python3; do
  "$python" -c 'import jsonschema' 2>/dev/null || continue
  exec "$python" "$root/tests/model/check_schema.py" "$root/docs/model.schema.json" "$root"
done
echo "skipped: python3-jsonschema is not installed"
exit 77
