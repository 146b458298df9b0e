"""How far two points are from each other in a straight line. The database says the same with `wilayah_km`."""

from math import asin, cos, radians, sin, sqrt

# Of a sphere with the volume of the Earth.
EARTH_KM = 6371.0


def km(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Degrees in, kilometres out (haversine): as the crow flies, never as people travel."""
    north, east = radians(to_latitude - latitude), radians(to_longitude - longitude)
    across = sin(north / 2) ** 2 + cos(radians(latitude)) * cos(radians(to_latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, across)))
