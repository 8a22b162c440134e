/** A boundary file as a well-meaning volunteer might send it: the ring crosses itself. For trying the import. */
export const BAD_BOUNDARY = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'fallow-gate',
      properties: { areaId: 'fallow-gate', name: 'Fallow Gate (draft)' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-80.18, 36.38],
            [-80.165, 36.392],
            [-80.165, 36.38],
            [-80.18, 36.392],
            [-80.18, 36.38],
          ],
        ],
      },
    },
  ],
});
