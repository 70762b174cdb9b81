"""Draw all pictures anew: `python -m tests.interviewer.scenes`."""

from tests.interviewer.scenes.pictures import PICTURES, SIZES, all_played, picture, picture_file


def main() -> None:
    """Draw all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    for scene, player in all_played():
        for columns, rows in SIZES:
            file = picture_file(scene, columns, rows)
            file.write_text(picture(player, columns, rows), encoding="utf-8")


if __name__ == "__main__":
    main()
