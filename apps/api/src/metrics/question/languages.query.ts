/** Languages met in the data. */
export const LANGUAGES_SQL = `
select language from survey_response_cell where organisation_id = $1 and grain = 'w'
union
select language from review_cell where organisation_id = $1 and grain = 'w'
order by language`;
