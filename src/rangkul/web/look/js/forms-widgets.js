// What the browser's own inputs cannot do: a long list that is searched, an answer that grows, an order. Dates and numbers are the browser's.
import autocomplete from "enketo-core/src/widget/select-autocomplete/autocomplete";
import textarea from "enketo-core/src/widget/textarea/textarea";
import rank from "./forms-rank.js";

export default [autocomplete, textarea, rank];
