using Comity.Service.Kept;
using Comity.Web.Infrastructure;

namespace Comity.Web.Pages.Owed;

public sealed class WhatIAmOwedModel(OwedList owed, CouncilNow council, CurrentViewer current)
    : OwedPageModel(owed, council, current, asDebtor: false);
