using System.Globalization;
using System.Text;

namespace Comity.Web.SignIn;

/// <summary>
/// A QR code as one SVG path: byte mode, error correction M, versions 1 to 20 (ISO/IEC 18004). Drawn here so that a secret is never sent to
/// another's service to be drawn, and no package is needed for one small square.
/// </summary>
public sealed class QrSquare
{
    private const int Quiet = 4;
    private const int Largest = 20;

    // Table 9 of the standard, column M: error correction codewords per block, and blocks.
    private static readonly int[] CorrectionPerBlock = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
    private static readonly int[] Blocks = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

    private readonly int _version;
    private readonly int _size;
    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;

    private QrSquare(int version)
    {
        _version = version;
        _size = (version * 4) + 17;
        _dark = new bool[_size, _size];
        _fixed = new bool[_size, _size];
    }

    /// <summary>Modules across, with the quiet zone on both sides.</summary>
    public int Width => _size + (2 * Quiet);

    /// <summary>The dark modules, row by row, for the attribute d of a path.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            for (var y = 0; y < _size; y++)
            {
                for (var x = 0; x < _size; x++)
                {
                    if (!_dark[y, x])
                    {
                        continue;
                    }

                    var from = x;
                    while (x < _size && _dark[y, x])
                    {
                        x++;
                    }

                    path.Append(CultureInfo.InvariantCulture, $"M{from + Quiet} {y + Quiet}h{x - from}v1h-{x - from}z");
                }
            }

            return path.ToString();
        }
    }

    public bool IsDark(int x, int y) => _dark[y, x];

    public int Size => _size;

    public static QrSquare Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var version = Enumerable.Range(1, Largest).FirstOrDefault(candidate => BitsOf(bytes, candidate) <= DataCodewords(candidate) * 8);
        if (version == 0)
        {
            throw new ArgumentException($"A text of {bytes.Length} bytes does not fit into a square of version {Largest}.", nameof(text));
        }

        var square = new QrSquare(version);
        square.DrawPatterns();
        square.DrawCodewords(Interleave(version, DataOf(bytes, version)));
        square.ChooseMask();
        return square;
    }

    private static int BitsOf(byte[] bytes, int version) => 4 + CountBits(version) + (bytes.Length * 8);

    private static int CountBits(int version) => version < 10 ? 8 : 16;

    private static int AllCodewords(int version)
    {
        var modules = (((16 * version) + 128) * version) + 64;
        if (version >= 2)
        {
            var alignments = (version / 7) + 2;
            modules -= (((25 * alignments) - 10) * alignments) - 55;
            modules -= version >= 7 ? 36 : 0;
        }

        return modules / 8;
    }

    private static int DataCodewords(int version) => AllCodewords(version) - (CorrectionPerBlock[version] * Blocks[version]);

    private static byte[] DataOf(byte[] bytes, int version)
    {
        var data = new byte[DataCodewords(version)];
        var at = 0;
        void Put(int value, int count)
        {
            for (var i = count - 1; i >= 0; i--, at++)
            {
                data[at / 8] |= (byte)(((value >> i) & 1) << (7 - (at % 8)));
            }
        }

        Put(0b0100, 4);
        Put(bytes.Length, CountBits(version));
        foreach (var value in bytes)
        {
            Put(value, 8);
        }

        // The terminator and the rest of its byte are zero already; then the two pad codewords by turns.
        at = Math.Min(at + 4, data.Length * 8);
        for (int i = (at + 7) / 8, pad = 0xEC; i < data.Length; i++, pad ^= 0xEC ^ 0x11)
        {
            data[i] = (byte)pad;
        }

        return data;
    }

    private static byte[] Interleave(int version, byte[] data)
    {
        var blocks = Blocks[version];
        var correction = CorrectionPerBlock[version];
        var all = AllCodewords(version);
        var shortBlocks = blocks - (all % blocks);
        var shortData = (all / blocks) - correction;
        var generator = Generator(correction);
        var parts = new List<(byte[] Data, byte[] Correction)>();
        for (int block = 0, from = 0; block < blocks; block++)
        {
            var length = shortData + (block < shortBlocks ? 0 : 1);
            var part = data[from..(from + length)];
            parts.Add((part, Remainder(part, generator)));
            from += length;
        }

        var result = new List<byte>(all);
        for (var i = 0; i <= shortData; i++)
        {
            result.AddRange(parts.Where(part => i < part.Data.Length).Select(part => part.Data[i]));
        }

        for (var i = 0; i < correction; i++)
        {
            result.AddRange(parts.Select(part => part.Correction[i]));
        }

        return [.. result];
    }

    private static byte[] Generator(int degree)
    {
        var result = new byte[degree];
        result[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                result[j] = Multiply(result[j], root);
                if (j + 1 < degree)
                {
                    result[j] ^= result[j + 1];
                }
            }

            root = Multiply(root, 2);
        }

        return result;
    }

    private static byte[] Remainder(byte[] data, byte[] generator)
    {
        var result = new byte[generator.Length];
        foreach (var value in data)
        {
            var factor = (byte)(value ^ result[0]);
            Array.Copy(result, 1, result, 0, result.Length - 1);
            result[^1] = 0;
            for (var i = 0; i < result.Length; i++)
            {
                result[i] ^= Multiply(generator[i], factor);
            }
        }

        return result;
    }

    // In the field of 256 elements with the polynomial x^8 + x^4 + x^3 + x^2 + 1.
    private static byte Multiply(byte x, byte y)
    {
        var product = 0;
        for (var i = 7; i >= 0; i--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= ((y >> i) & 1) * x;
        }

        return (byte)product;
    }

    private void Fix(int x, int y, bool dark)
    {
        _dark[y, x] = dark;
        _fixed[y, x] = true;
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < _size; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }

        DrawFinder(3, 3);
        DrawFinder(_size - 4, 3);
        DrawFinder(3, _size - 4);
        var centres = AlignmentCentres();
        for (var i = 0; i < centres.Length; i++)
        {
            for (var j = 0; j < centres.Length; j++)
            {
                var onFinder = (i == 0 && j == 0) || (i == 0 && j == centres.Length - 1) || (i == centres.Length - 1 && j == 0);
                if (!onFinder)
                {
                    DrawAlignment(centres[i], centres[j]);
                }
            }
        }

        DrawFormat(0);
        DrawVersion();
    }

    private int[] AlignmentCentres()
    {
        if (_version == 1)
        {
            return [];
        }

        var count = (_version / 7) + 2;
        var step = ((_version * 4) + (count * 2) + 1) / ((count * 2) - 2) * 2;
        return [6, .. Enumerable.Range(0, count - 1).Select(i => _size - 7 - (i * step)).Reverse()];
    }

    private void DrawFinder(int x, int y)
    {
        for (var dy = -4; dy <= 4; dy++)
        {
            for (var dx = -4; dx <= 4; dx++)
            {
                var ring = Math.Max(Math.Abs(dx), Math.Abs(dy));
                if (x + dx >= 0 && x + dx < _size && y + dy >= 0 && y + dy < _size)
                {
                    Fix(x + dx, y + dy, ring is not (2 or 4));
                }
            }
        }
    }

    private void DrawAlignment(int x, int y)
    {
        for (var dy = -2; dy <= 2; dy++)
        {
            for (var dx = -2; dx <= 2; dx++)
            {
                Fix(x + dx, y + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)) != 1);
            }
        }
    }

    private void DrawFormat(int mask)
    {
        // Level M is 00, so the five bits are the mask alone.
        var rest = mask;
        for (var i = 0; i < 10; i++)
        {
            rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        }

        var bits = ((mask << 10) | rest) ^ 0x5412;
        bool Bit(int i) => ((bits >> i) & 1) != 0;
        for (var i = 0; i <= 5; i++)
        {
            Fix(8, i, Bit(i));
        }

        Fix(8, 7, Bit(6));
        Fix(8, 8, Bit(7));
        Fix(7, 8, Bit(8));
        for (var i = 9; i < 15; i++)
        {
            Fix(14 - i, 8, Bit(i));
        }

        for (var i = 0; i < 8; i++)
        {
            Fix(_size - 1 - i, 8, Bit(i));
        }

        for (var i = 8; i < 15; i++)
        {
            Fix(8, _size - 15 + i, Bit(i));
        }

        Fix(8, _size - 8, true);
    }

    private void DrawVersion()
    {
        if (_version < 7)
        {
            return;
        }

        var rest = _version;
        for (var i = 0; i < 12; i++)
        {
            rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
        }

        var bits = (_version << 12) | rest;
        for (var i = 0; i < 18; i++)
        {
            var dark = ((bits >> i) & 1) != 0;
            Fix(_size - 11 + (i % 3), i / 3, dark);
            Fix(i / 3, _size - 11 + (i % 3), dark);
        }
    }

    private void DrawCodewords(byte[] codewords)
    {
        var at = 0;
        for (var right = _size - 1; right >= 1; right -= 2)
        {
            if (right == 6)
            {
                right = 5;
            }

            for (var step = 0; step < _size; step++)
            {
                var isUpward = ((right + 1) & 2) == 0;
                var y = isUpward ? _size - 1 - step : step;
                for (var x = right; x >= right - 1; x--)
                {
                    if (!_fixed[y, x] && at < codewords.Length * 8)
                    {
                        _dark[y, x] = ((codewords[at / 8] >> (7 - (at % 8))) & 1) != 0;
                        at++;
                    }
                }
            }
        }
    }

    private void ChooseMask()
    {
        var best = 0;
        var least = int.MaxValue;
        for (var mask = 0; mask < 8; mask++)
        {
            ApplyMask(mask);
            DrawFormat(mask);
            if (Penalty() is var penalty && penalty < least)
            {
                (best, least) = (mask, penalty);
            }

            ApplyMask(mask);
        }

        ApplyMask(best);
        DrawFormat(best);
    }

    private void ApplyMask(int mask)
    {
        for (var y = 0; y < _size; y++)
        {
            for (var x = 0; x < _size; x++)
            {
                var flip = mask switch
                {
                    0 => (x + y) % 2 == 0,
                    1 => y % 2 == 0,
                    2 => x % 3 == 0,
                    3 => (x + y) % 3 == 0,
                    4 => ((x / 3) + (y / 2)) % 2 == 0,
                    5 => (x * y % 2) + (x * y % 3) == 0,
                    6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
                    _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
                };
                _dark[y, x] ^= flip && !_fixed[y, x];
            }
        }
    }

    // Section 7.8.3 of the standard: runs, blocks, what looks like a finder, and how far dark is from half.
    private int Penalty()
    {
        int penalty = 0,
            dark = 0;
        for (var i = 0; i < _size; i++)
        {
            var line = i;
            penalty += LinePenalty(j => _dark[line, j]) + LinePenalty(j => _dark[j, line]);
            for (var j = 0; j < _size; j++)
            {
                dark += _dark[i, j] ? 1 : 0;
                if (
                    i > 0
                    && j > 0
                    && _dark[i, j] == _dark[i - 1, j]
                    && _dark[i, j] == _dark[i, j - 1]
                    && _dark[i, j] == _dark[i - 1, j - 1]
                )
                {
                    penalty += 3;
                }
            }
        }

        return penalty + (Math.Abs((dark * 20) - (_size * _size * 10)) / (_size * _size) * 10);
    }

    private int LinePenalty(Func<int, bool> isDark)
    {
        int penalty = 0,
            run = 0,
            window = 0;
        for (var i = 0; i < _size; i++)
        {
            run = i > 0 && isDark(i) == isDark(i - 1) ? run + 1 : 1;
            penalty +=
                run == 5 ? 3
                : run > 5 ? 1
                : 0;
            window = ((window << 1) | (isDark(i) ? 1 : 0)) & 0x7FF;
            if (i >= 10 && window is 0b10111010000 or 0b00001011101)
            {
                penalty += 40;
            }
        }

        return penalty;
    }
}
