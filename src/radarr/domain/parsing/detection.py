"""Where a source or a number of lines is known from: some evidence outweighs other.

The name's own words tell more than the extension, which only says what files of its kind mostly are; what was measured
in the file tells more than both.
"""

from typing import Final

UNKNOWN: Final = "unknown"
EXTENSION: Final = "extension"
NAME: Final = "name"
MEDIA_INFO: Final = "media_info"
"""Never read in a name: for those who measure the file."""
