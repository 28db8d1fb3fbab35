using System.Globalization;
using Comity.Protocols;

namespace Comity.Cli.Output;

/// <summary>A folder into which findings are written, a situation each, for <c>comity decide</c>.</summary>
public sealed class SituationFolder(string path)
{
    private readonly Dictionary<string, int> names = [];

    /// <summary>Writes one and says under which path.</summary>
    public string Write(string name, Situation situation, IReadOnlyList<KeyValuePair<string, string>> people, string why)
    {
        Directory.CreateDirectory(path);
        var number = names[name] = names.GetValueOrDefault(name) + 1;
        var file = Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{name}-{number:00}.yaml"));
        File.WriteAllText(file, SituationYaml.Write(situation, people, why));
        return file;
    }
}
