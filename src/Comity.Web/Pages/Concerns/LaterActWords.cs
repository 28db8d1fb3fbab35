using Comity.Service.Concerns;
using Comity.Service.Concerns.Watch;
using Comity.Service.Kept;

namespace Comity.Web.Pages.Concerns;

/// <summary>A later act as a page says it to whoever watches over the concern.</summary>
internal static class LaterActWords
{
    public static string What(CouncilRegister register, ConcernCourse course, LaterAct act)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(act);
        var by = act.By is { } person ? register.NameOf(person) ?? "somebody who has left" : "somebody whom they do not name";
        var to = course.RaisedBy is { } raiser ? register.NameOf(raiser) ?? "somebody who has left" : "somebody from outside the council";
        var words = AdverseAct.InWords(act.Kind, by, to);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Told(LaterAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.AfterTold
            ? "After the person whom the concern is about was told of it"
            : "Before the person whom the concern is about was told of it, as far as the council’s record goes";
    }
}
