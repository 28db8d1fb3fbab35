using System.Text;
using Comity.Web.SignIn;

namespace Comity.Web.Tests.SignIn;

public class QrSquareTests
{
    /// <summary>Read back from the drawn modules alone, by the standard's own steps and none of the code that drew them.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData(
        "otpauth://totp/Elmbrook%20Council:ada.marsh%40elmbrook.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Elmbrook%20Council"
    )]
    [InlineData("Grüße aus Elmbrook – with more than the plain letters")]
    public void Draw_a_text_can_be_read_back(string text) => QrReading.Read(QrSquare.Of(text)).ShouldBe(text);

    [Theory]
    [InlineData(14, 21)]
    [InlineData(15, 25)]
    [InlineData(122, 45)]
    [InlineData(123, 49)]
    [InlineData(213, 57)]
    [InlineData(214, 61)]
    public void Draw_a_text_takes_the_smallest_square_that_holds_it(int length, int size)
    {
        var square = QrSquare.Of(new string('x', length));

        square.Size.ShouldBe(size);
        square.Width.ShouldBe(size + 8);
        QrReading.Read(square).ShouldBe(new string('x', length));
    }

    [Fact]
    public void Draw_a_text_that_is_too_long_is_refused() => Should.Throw<ArgumentException>(() => QrSquare.Of(new string('x', 700)));

    [Fact]
    public void Draw_as_a_path_has_a_run_for_each_run_of_dark_modules()
    {
        var square = QrSquare.Of("a");

        // The top row begins with the finder: seven dark modules after the quiet zone.
        square.Path.ShouldStartWith("M4 4h7v1h-7z");
        square.Path.ShouldAllBe(letter => "Mhvz0123456789 -".Contains(letter, StringComparison.Ordinal));
    }
}

/// <summary>A reader of undamaged squares: format, mask, codewords in their order, blocks put back, byte mode.</summary>
internal static class QrReading
{
    // Table 9 of ISO/IEC 18004, level M: for each version the data codewords of every block.
    private static readonly int[][] DataOfBlocks =
    [
        [],
        [16],
        [28],
        [44],
        [32, 32],
        [43, 43],
        [27, 27, 27, 27],
        [31, 31, 31, 31],
        [38, 38, 39, 39],
        [36, 36, 36, 37, 37],
        [43, 43, 43, 43, 44],
        [50, 51, 51, 51, 51],
    ];

    public static string Read(QrSquare square)
    {
        var size = square.Size;
        var version = (size - 17) / 4;
        var format = 0;
        int[] ys = [0, 1, 2, 3, 4, 5, 7, 8];
        for (var i = 0; i < 8; i++)
        {
            format |= (square.IsDark(8, ys[i]) ? 1 : 0) << i;
        }

        format |= (square.IsDark(7, 8) ? 1 : 0) << 8;
        for (var i = 9; i < 15; i++)
        {
            format |= (square.IsDark(14 - i, 8) ? 1 : 0) << i;
        }

        format ^= 0x5412;
        (format >> 13).ShouldBe(0, "Level M");
        var mask = (format >> 10) & 7;
        var bits = new List<bool>();
        var isUp = true;
        for (var right = size - 1; right > 0; right -= 2, isUp = !isUp)
        {
            right = right == 6 ? 5 : right;
            for (var step = 0; step < size; step++)
            {
                var y = isUp ? size - 1 - step : step;
                foreach (var x in new[] { right, right - 1 })
                {
                    if (!IsPattern(x, y, size, version))
                    {
                        bits.Add(square.IsDark(x, y) ^ IsMasked(mask, x, y));
                    }
                }
            }
        }

        var codewords = Enumerable
            .Range(0, bits.Count / 8)
            .Select(i => (byte)Enumerable.Range(0, 8).Sum(b => bits[(i * 8) + b] ? 0x80 >> b : 0))
            .ToList();
        var blocks = DataOfBlocks[version].Select(length => new byte[length]).ToArray();
        var at = 0;
        for (var i = 0; i < blocks.Max(block => block.Length); i++)
        {
            foreach (var block in blocks.Where(block => i < block.Length))
            {
                block[i] = codewords[at++];
            }
        }

        var data = blocks
            .SelectMany(block => block)
            .SelectMany(value => Enumerable.Range(0, 8).Select(b => (value >> (7 - b)) & 1))
            .ToList();
        int Take(int from, int count) => data.Skip(from).Take(count).Aggregate(0, (sum, bit) => (sum << 1) | bit);
        Take(0, 4).ShouldBe(4, "Byte mode");
        var countBits = version < 10 ? 8 : 16;
        var length = Take(4, countBits);
        return Encoding.UTF8.GetString([.. Enumerable.Range(0, length).Select(i => (byte)Take(4 + countBits + (i * 8), 8))]);
    }

    private static bool IsMasked(int mask, int x, int y) =>
        mask switch
        {
            0 => (y + x) % 2 == 0,
            1 => y % 2 == 0,
            2 => x % 3 == 0,
            3 => (y + x) % 3 == 0,
            4 => ((y / 2) + (x / 3)) % 2 == 0,
            5 => (y * x % 2) + (y * x % 3) == 0,
            6 => ((y * x % 2) + (y * x % 3)) % 2 == 0,
            _ => (((y + x) % 2) + (y * x % 3)) % 2 == 0,
        };

    private static bool IsPattern(int x, int y, int size, int version)
    {
        // Annex E: the centres of the alignment patterns.
        int[][] centres =
        [
            [],
            [],
            [6, 18],
            [6, 22],
            [6, 26],
            [6, 30],
            [6, 34],
            [6, 22, 38],
            [6, 24, 42],
            [6, 26, 46],
            [6, 28, 50],
            [6, 30, 54],
        ];
        var inCorner = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
        var inVersion = version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6));
        var onAlignment = centres[version]
            .Any(cx =>
                centres[version]
                    .Any(cy =>
                        Math.Abs(cx - x) <= 2
                        && Math.Abs(cy - y) <= 2
                        && !((cx == 6 && cy == 6) || (cx == 6 && cy == size - 7) || (cx == size - 7 && cy == 6))
                    )
            );
        return inCorner || inVersion || onAlignment || x == 6 || y == 6;
    }
}
