using System.Globalization;
using System.Text;
using QRCoder;

namespace Comity.Web.SignIn;

/// <summary>A QR code as one SVG path, made on this machine: a secret is never sent to another's service to be drawn.</summary>
public sealed class QrSquare
{
    private readonly QRCodeData _modules;

    private QrSquare(QRCodeData modules) => _modules = modules;

    /// <summary>Modules across, with the quiet zone on both sides.</summary>
    public int Width => _modules.ModuleMatrix.Count;

    /// <summary>The dark modules, row by row, for the attribute d of a path.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            for (var y = 0; y < Width; y++)
            {
                for (var x = 0; x < Width; x++)
                {
                    if (!IsDark(x, y))
                    {
                        continue;
                    }

                    var from = x;
                    while (IsDark(x + 1, y))
                    {
                        x++;
                    }

                    var length = x + 1 - from;
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{length}v1h-{length}z");
                }
            }

            return path.ToString();
        }
    }

    /// <exception cref="ArgumentException">The text is longer than a square holds.</exception>
    public static QrSquare Of(string text)
    {
        try
        {
            return new QrSquare(QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M));
        }
        catch (QRCoder.Exceptions.DataTooLongException e)
        {
            throw new ArgumentException($"A text of {text.Length} characters does not fit into a square.", nameof(text), e);
        }
    }

    /// <summary>Whether the module is dark, counted from the outer edge of the quiet zone, which is light.</summary>
    public bool IsDark(int x, int y) => _modules.ModuleMatrix[y][x];
}
