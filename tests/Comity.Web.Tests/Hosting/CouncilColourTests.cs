using System.Globalization;
using Comity.Web.Infrastructure;

namespace Comity.Web.Tests.Hosting;

public class CouncilColourTests
{
    [Theory]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#12345g")]
    [InlineData("#123456;} body{display:none")]
    [InlineData("")]
    [InlineData(null)]
    public void Read_anything_but_a_colour_gives_the_usual_one(string? text)
    {
        CouncilColour.Of(text).ToString().ShouldBe("#1d4f4b");
    }

    [Theory]
    [InlineData("#ffdd00", "#000000")]
    [InlineData("#ffffff", "#000000")]
    [InlineData("#000000", "#ffffff")]
    [InlineData("#5b2a5e", "#ffffff")]
    public void Write_on_a_colour_takes_the_ink_that_can_be_read(string colour, string ink)
    {
        CouncilColour.Of(colour).Ink.ShouldBe(ink);
    }

    [Fact]
    public void Write_on_any_grey_reaches_the_contrast_of_the_standard()
    {
        for (var level = 0; level <= 255; level++)
        {
            var grey = string.Create(CultureInfo.InvariantCulture, $"#{level:x2}{level:x2}{level:x2}");
            var ink = CouncilColour.Of(grey).Ink == "#ffffff" ? 1.0 : 0.0;
            var (light, dark) = (Math.Max(ink, LuminanceOf(level)), Math.Min(ink, LuminanceOf(level)));

            ((light + 0.05) / (dark + 0.05)).ShouldBeGreaterThanOrEqualTo(4.5, grey);
        }
    }

    private static double LuminanceOf(int level)
    {
        var part = level / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
