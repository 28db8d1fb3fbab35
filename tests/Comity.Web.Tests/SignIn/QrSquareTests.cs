using System.Globalization;
using System.Text;
using Comity.Web.SignIn;

namespace Comity.Web.Tests.SignIn;

public class QrSquareTests
{
    /// <summary>Read back from the drawn path alone, by the standard's own steps and none of the code that drew it.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData(
        "otpauth://totp/Elmbrook%20Council:ada.marsh%40elmbrook.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Elmbrook%20Council"
    )]
    public void Draw_a_text_can_be_read_back(string text) => QrReading.Read(QrSquare.Of(text)).ShouldBe(text);

    [Fact]
    public void Draw_a_text_that_is_too_long_is_refused() => Should.Throw<ArgumentException>(() => QrSquare.Of(new string('x', 3000)));
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

    private const int Quiet = 4;

    public static string Read(QrSquare square)
    {
        var size = square.Width - (2 * Quiet);
        var drawn = Drawn(square.Path);
        bool IsDark(int x, int y) => drawn.Contains((x + Quiet, y + Quiet));
        var version = (size - 17) / 4;
        var format = 0;
        int[] ys = [0, 1, 2, 3, 4, 5, 7, 8];
        for (var i = 0; i < 8; i++)
        {
            format |= (IsDark(8, ys[i]) ? 1 : 0) << i;
        }

        format |= (IsDark(7, 8) ? 1 : 0) << 8;
        for (var i = 9; i < 15; i++)
        {
            format |= (IsDark(14 - i, 8) ? 1 : 0) << i;
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
                        bits.Add(IsDark(x, y) ^ IsMasked(mask, x, y));
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
        var next = 0;
        int Take(int count)
        {
            next += count;
            return data.Skip(next - count).Take(count).Aggregate(0, (sum, bit) => (sum << 1) | bit);
        }

        var text = new StringBuilder();
        while (next + 4 <= data.Count && Take(4) is var mode && mode != 0)
        {
            text.Append(
                mode switch
                {
                    4 => Bytes(Take(version < 10 ? 8 : 16), Take),
                    2 => Letters(Take(version < 10 ? 9 : 11), Take),
                    _ => throw new ShouldAssertException($"mode {mode}"),
                }
            );
        }

        return text.ToString();
    }

    private static string Bytes(int count, Func<int, int> take) =>
        Encoding.UTF8.GetString([.. Enumerable.Range(0, count).Select(_ => (byte)take(8))]);

    /// <summary>Alphanumeric mode: two letters in eleven bits, a last single one in six.</summary>
    private static string Letters(int count, Func<int, int> take)
    {
        const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        var text = new StringBuilder();
        for (; count > 1; count -= 2)
        {
            var pair = take(11);
            text.Append(Alphabet[pair / 45]).Append(Alphabet[pair % 45]);
        }

        return count == 1 ? text.Append(Alphabet[take(6)]).ToString() : text.ToString();
    }

    private static HashSet<(int X, int Y)> Drawn(string path) =>
        [
            .. path.Split('M', StringSplitOptions.RemoveEmptyEntries)
                .Select(run => run.Split([' ', 'h', 'v'])[..3].Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray())
                .SelectMany(run => Enumerable.Range(run[0], run[2]).Select(x => (x, run[1]))),
        ];

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
