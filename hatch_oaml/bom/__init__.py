"""The bill of materials of a release, in CycloneDX, made of nothing but what its archive carries.

https://cyclonedx.org/docs/1.6/json/
"""
