from tests.publication.releases import own_releases

__all__ = ["own_releases"]
